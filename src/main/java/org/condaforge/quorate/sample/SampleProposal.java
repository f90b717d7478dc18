package org.condaforge.quorate.sample;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import org.condaforge.quorate.proposal.Status;

/// The head of a file under `cfep/`: what the header table of the proposal's file says, and what was set by hand.
///
/// @param authors by login
/// @param implementation an address, or empty
/// @param set statuses that members set by hand, oldest first
record SampleProposal(
        String title,
        Status status,
        List<String> authors,
        LocalDate created,
        LocalDate updated,
        String implementation,
        List<ByHand> set) {

    /// @param day counted from today
    record ByHand(Status status, String by, int day, String reason) {}

    /// The file as it was when the proposal was made.
    String firstFile(int number, List<String> authorNames, String body) {
        return file(number, status == Status.DRAFT ? status : Status.PROPOSED, created, authorNames, body);
    }

    /// The file as it is today.
    String fileOfToday(int number, List<String> authorNames, String body) {
        return file(number, status, updated, authorNames, body);
    }

    private String file(int number, Status stated, LocalDate changed, List<String> authorNames, String body) {
        String people = authorNames.stream().collect(Collectors.joining("; "));
        return """
                <table>
                <tr><td> Title </td><td> %s </td></tr>
                <tr><td> Status </td><td> %s </td></tr>
                <tr><td> Author(s) </td><td> %s </td></tr>
                <tr><td> Created </td><td> %s </td></tr>
                <tr><td> Updated </td><td> %s </td></tr>
                <tr><td> Discussion </td><td> https://example.org/cfeps/%02d </td></tr>
                <tr><td> Implementation </td><td> %s </td></tr>
                </table>

                %s""".formatted(
                        title,
                        stated.label(),
                        people,
                        created,
                        changed,
                        number,
                        implementation.isEmpty() ? "NA" : implementation,
                        body);
    }
}
