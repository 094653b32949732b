package io.tieout.ingest.extraction;

import java.io.BufferedInputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.openxml4j.exceptions.OpenXML4JException;
import org.apache.poi.openxml4j.opc.OPCPackage;
import org.apache.poi.openxml4j.opc.PackageAccess;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.filesystem.FileMagic;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.sl.extractor.SlideShowExtractor;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xssf.extractor.XSSFEventBasedExcelExtractor;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.xmlbeans.XmlException;

/// The process that reads one file: `kind file charactersMax`. It writes the beginning of the
/// file's text to its standard output, in UTF-8, or ends with a code that says why not.
public final class ExtractText {
    static final int ENCRYPTED = 10;
    static final int BROKEN = 11;
    static final int OTHER_CONTENT = 12;
    static final int UNPACKS_TOO_LARGE = 13;

    private static final Pattern CONTROLS = Pattern.compile("[\\p{Cntrl}&&[^\\n\\t]]");
    private static final Pattern BLANK_LINES = Pattern.compile("(?:[ \\t]*\\n){3,}");
    private static final int BYTES_OF_CHARACTER_MAX = 4;

    private ExtractText() {}

    /// The content is not of the kind that the file's name says.
    private static final class OtherContent extends IOException {
        private static final long serialVersionUID = 1L;
    }

    public static void main(String[] args) {
        System.exit(
                run(
                        FileKind.valueOf(args[0]),
                        Path.of(args[1]),
                        Integer.parseInt(args[2]),
                        System.out));
    }

    /// An error, such as no memory, is not caught: the process dies of it.
    private static int run(FileKind kind, Path file, int lengthMax, PrintStream out) {
        try {
            byte[] text = clean(text(kind, file, lengthMax)).getBytes(StandardCharsets.UTF_8);
            out.write(text, 0, text.length);
            out.flush();
            return 0;
        } catch (InvalidPasswordException | EncryptedDocumentException _) {
            return ENCRYPTED;
        } catch (OtherContent _) {
            return OTHER_CONTENT;
        } catch (IOException | OpenXML4JException | XmlException | RuntimeException e) {
            return isBomb(e) ? UNPACKS_TOO_LARGE : BROKEN;
        }
    }

    private static boolean isBomb(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (String.valueOf(cause.getMessage()).contains("Zip bomb")) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    private static String text(FileKind kind, Path file, int lengthMax)
            throws IOException, OpenXML4JException, XmlException {
        return switch (kind) {
            case PDF -> pdf(file.toFile(), lengthMax);
            case WORD, EXCEL, POWERPOINT -> office(kind, file.toFile(), lengthMax);
            case TEXT -> plain(file, lengthMax);
        };
    }

    private static String pdf(File file, int lengthMax) throws IOException {
        if (FileMagic.valueOf(file) != FileMagic.PDF) {
            throw new OtherContent();
        }
        BoundedText text = new BoundedText(lengthMax);
        try (PDDocument document = Loader.loadPDF(file)) {
            new PDFTextStripper().writeText(document, text);
        } catch (BoundedText.Full _) {
            // the beginning is enough
        }
        return text.toString();
    }

    private static String office(FileKind kind, File file, int lengthMax)
            throws IOException, OpenXML4JException, XmlException {
        FileMagic magic = FileMagic.valueOf(file);
        if (magic == FileMagic.OLE2 && isEncrypted(file)) {
            throw new EncryptedDocumentException("Encrypted");
        }
        if (magic != FileMagic.OOXML) {
            throw new OtherContent();
        }
        try (OPCPackage parts = OPCPackage.open(file, PackageAccess.READ)) {
            String text =
                    switch (kind) {
                        case WORD -> word(parts);
                        case EXCEL -> excel(parts);
                        case POWERPOINT -> slides(parts);
                        case PDF, TEXT -> throw new IllegalArgumentException(kind.name());
                    };
            return text.substring(0, Math.min(text.length(), lengthMax));
        }
    }

    private static boolean isEncrypted(File file) throws IOException {
        try (POIFSFileSystem parts = new POIFSFileSystem(file, true)) {
            return parts.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY);
        }
    }

    private static String word(OPCPackage parts) throws IOException {
        try (XWPFWordExtractor extractor = new XWPFWordExtractor(new XWPFDocument(parts))) {
            return extractor.getText();
        }
    }

    private static String excel(OPCPackage parts)
            throws IOException, OpenXML4JException, XmlException {
        try (XSSFEventBasedExcelExtractor extractor = new XSSFEventBasedExcelExtractor(parts)) {
            return extractor.getText();
        }
    }

    private static String slides(OPCPackage parts) throws IOException {
        try (SlideShowExtractor<?, ?> extractor =
                new SlideShowExtractor<>(new XMLSlideShow(parts))) {
            return extractor.getText();
        }
    }

    private static String plain(Path file, int lengthMax) throws IOException {
        byte[] bytes;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            bytes = in.readNBytes(lengthMax * BYTES_OF_CHARACTER_MAX);
        }
        String text = decoded(bytes, Files.size(file) > bytes.length);
        if (text.indexOf('\0') >= 0) {
            throw new OtherContent();
        }
        return text.substring(0, Math.min(text.length(), lengthMax));
    }

    /// UTF-16 says so itself; what is not UTF-8 is taken for Windows' western letters.
    private static String decoded(byte[] bytes, boolean cut) {
        if (bytes.length >= 2
                && ((bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF)
                        || (bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE))) {
            return new String(bytes, StandardCharsets.UTF_16);
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException _) {
            return cut
                    ? new String(bytes, StandardCharsets.UTF_8)
                    : new String(bytes, Charset.forName("windows-1252"));
        }
    }

    private static String clean(String text) {
        String lines = text.replace("\r\n", "\n").replace('\r', '\n').replace("\uFEFF", "");
        return BLANK_LINES
                .matcher(CONTROLS.matcher(lines).replaceAll(" "))
                .replaceAll("\n\n")
                .strip();
    }
}
