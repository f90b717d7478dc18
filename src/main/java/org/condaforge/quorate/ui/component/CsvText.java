package org.condaforge.quorate.ui.component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVPrinter;

/// Figures as comma-separated text (RFC 4180). No cell can be taken for a formula by a spreadsheet.
public final class CsvText {

    private static final String FORMULA = "=+-@\t\r\n＝＋－＠";

    private CsvText() {}

    /// A line with the names of the columns and a line for each row, in UTF-8.
    public static byte[] of(List<String> columns, Stream<List<String>> rows) {
        StringBuilder text = new StringBuilder();
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader(columns.toArray(String[]::new))
                .get();
        try (CSVPrinter printer = new CSVPrinter(text, format)) {
            for (List<String> row : (Iterable<List<String>>) rows::iterator) {
                printer.printRecord(row.stream().map(CsvText::harmless).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    /// The text with an apostrophe in front where a spreadsheet would calculate it.
    public static String harmless(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? "'" + cell : cell;
    }
}
