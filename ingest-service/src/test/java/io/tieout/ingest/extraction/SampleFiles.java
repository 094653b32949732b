package io.tieout.ingest.extraction;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/// Files as people attach them, and as nobody should.
public final class SampleFiles {
    private static final String PASSWORD = "secret";

    private SampleFiles() {}

    public static byte[] pdf(String text) {
        return pdf(text, null);
    }

    public static byte[] encryptedPdf(String text) {
        return pdf(text, new StandardProtectionPolicy(PASSWORD, PASSWORD, new AccessPermission()));
    }

    /// As a careless program writes one: without a table of its objects.
    public static byte[] carelessPdf(String text) {
        String content = "BT /F1 12 Tf 50 700 Td (%s) Tj ET".formatted(text);
        return """
        %%PDF-1.4
        1 0 obj
        <</Type/Catalog/Pages 2 0 R>>
        endobj
        2 0 obj
        <</Type/Pages/Kids[3 0 R]/Count 1>>
        endobj
        3 0 obj
        <</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>
        endobj
        4 0 obj
        <</Length %d>>
        stream
        %s
        endstream
        endobj
        5 0 obj
        <</Type/Font/Subtype/Type1/BaseFont/Helvetica>>
        endobj
        trailer
        <</Root 1 0 R>>
        %%%%EOF
        """
                .formatted(content.length(), content)
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] pdf(String text, StandardProtectionPolicy protection) {
        try (PDDocument document = new PDDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDPage page = new PDPage();
            document.addPage(page);
            try (PDPageContentStream content = new PDPageContentStream(document, page)) {
                content.beginText();
                content.setFont(new PDType1Font(Standard14Fonts.FontName.HELVETICA), 12);
                content.newLineAtOffset(50, 700);
                content.showText(text);
                content.endText();
            }
            if (protection != null) {
                document.protect(protection);
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] word(String text) {
        try (XWPFDocument document = new XWPFDocument();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            document.createParagraph().createRun().setText(text);
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] encryptedWord(String text) {
        try (POIFSFileSystem file = new POIFSFileSystem();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
            encryptor.confirmPassword(PASSWORD);
            try (OutputStream content = encryptor.getDataStream(file)) {
                content.write(word(text));
            }
            file.writeFilesystem(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static byte[] excel(String task, double hours) {
        try (XSSFWorkbook workbook = new XSSFWorkbook();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            var row = workbook.createSheet("Hours").createRow(0);
            row.createCell(0).setCellValue(task);
            row.createCell(1).setCellValue(hours);
            workbook.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static byte[] slides(String text) {
        try (XMLSlideShow show = new XMLSlideShow();
                ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            show.createSlide().createTextBox().setText(text);
            show.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// A Word file whose text is 300 million blanks.
    public static byte[] bomb() {
        byte[] blanks = " ".repeat(1_000_000).getBytes(StandardCharsets.US_ASCII);
        return wordWith(out -> {
            for (int i = 0; i < 300; i++) {
                out.write(blanks);
            }
        });
    }

    /// A Word file of many short paragraphs, of no more bytes than a long report has.
    public static byte[] heavy() {
        Random random = new Random(17);
        return wordWith(out -> {
            for (int i = 0; i < 300_000; i++) {
                out.write(
                        "<w:p><w:r><w:t>%x</w:t></w:r></w:p>"
                                .formatted(random.nextInt())
                                .getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    /// A Word file of elements within elements within elements.
    public static byte[] nested() {
        Random random = new Random(17);
        int depth = 200_000;
        return wordWith(out -> {
            for (int i = 0; i < depth; i++) {
                out.write(
                        "<w:sdt><!--%x--><w:sdtContent>"
                                .formatted(random.nextInt())
                                .getBytes(StandardCharsets.US_ASCII));
            }
            for (int i = 0; i < depth; i++) {
                out.write("</w:sdtContent></w:sdt>".getBytes(StandardCharsets.US_ASCII));
            }
        });
    }

    @FunctionalInterface
    private interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private static byte[] wordWith(Body body) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipInputStream good =
                        new ZipInputStream(new java.io.ByteArrayInputStream(word("good")));
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (ZipEntry part = good.getNextEntry(); part != null; part = good.getNextEntry()) {
                zip.putNextEntry(new ZipEntry(part.getName()));
                if (part.getName().equals("word/document.xml")) {
                    zip.write(
                            "<w:document xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"><w:body>"
                                    .getBytes(StandardCharsets.US_ASCII));
                    body.writeTo(zip);
                    zip.write("</w:body></w:document>".getBytes(StandardCharsets.US_ASCII));
                } else {
                    good.transferTo(zip);
                }
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
