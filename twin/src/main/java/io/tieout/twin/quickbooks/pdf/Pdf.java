package io.tieout.twin.quickbooks.pdf;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A minimal PDF: letter pages of text in the standard Helvetica fonts.
final class Pdf {
    private static final Charset WIN_ANSI = Charset.forName("windows-1252");

    private final List<StringBuilder> pages = new ArrayList<>();

    Pdf page() {
        pages.add(new StringBuilder());
        return this;
    }

    /// Writes text at a point measured from the lower left corner.
    void text(double x, double y, int size, boolean bold, String text) {
        pages.getLast()
                .append(
                        String.format(
                                Locale.ROOT,
                                "BT /%s %d Tf %.1f %.1f Td (%s) Tj ET%n",
                                bold ? "F2" : "F1",
                                size,
                                x,
                                y,
                                escape(text)));
    }

    void line(double x1, double y1, double x2, double y2) {
        pages.getLast()
                .append(String.format(Locale.ROOT, "%.1f %.1f m %.1f %.1f l S%n", x1, y1, x2, y2));
    }

    private static String escape(String text) {
        return text.replace("\\", "\\\\")
                .replace("(", "\\(")
                .replace(")", "\\)")
                .replaceAll("\\s", " ");
    }

    byte[] bytes() {
        List<byte[]> objects = new ArrayList<>();
        var kids = new StringBuilder();
        for (int i = 0; i < pages.size(); i++) {
            kids.append(5 + 2 * i).append(" 0 R ");
        }
        objects.add(ascii("<< /Type /Catalog /Pages 2 0 R >>"));
        objects.add(ascii("<< /Type /Pages /Kids [" + kids + "] /Count " + pages.size() + " >>"));
        objects.add(font("Helvetica"));
        objects.add(font("Helvetica-Bold"));
        for (int i = 0; i < pages.size(); i++) {
            objects.add(
                    ascii(
                            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Resources <<"
                                    + " /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents "
                                    + (6 + 2 * i)
                                    + " 0 R >>"));
            objects.add(stream(pages.get(i).toString().getBytes(WIN_ANSI)));
        }
        return file(objects);
    }

    private static byte[] font(String name) {
        return ascii(
                "<< /Type /Font /Subtype /Type1 /Encoding /WinAnsiEncoding /BaseFont /"
                        + name
                        + " >>");
    }

    private static byte[] stream(byte[] content) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("<< /Length " + content.length + " >>\nstream\n"));
        out.writeBytes(content);
        out.writeBytes(ascii("\nendstream"));
        return out.toByteArray();
    }

    private static byte[] file(List<byte[]> objects) {
        var out = new ByteArrayOutputStream();
        out.writeBytes(ascii("%PDF-1.4\n"));
        var table = new StringBuilder("0000000000 65535 f \n");
        for (int i = 0; i < objects.size(); i++) {
            table.append(String.format(Locale.ROOT, "%010d 00000 n \n", out.size()));
            out.writeBytes(ascii((i + 1) + " 0 obj\n"));
            out.writeBytes(objects.get(i));
            out.writeBytes(ascii("\nendobj\n"));
        }
        var start = out.size();
        var count = objects.size() + 1;
        out.writeBytes(ascii("xref\n0 " + count + "\n" + table));
        out.writeBytes(
                ascii(
                        "trailer\n<< /Size "
                                + count
                                + " /Root 1 0 R >>\nstartxref\n"
                                + start
                                + "\n%%EOF\n"));
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
