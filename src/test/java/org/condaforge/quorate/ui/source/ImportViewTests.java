package org.condaforge.quorate.ui.source;

import static com.github.mvysny.kaributesting.v10.LocatorJ._assertNone;
import static com.github.mvysny.kaributesting.v10.LocatorJ._assertOne;
import static com.github.mvysny.kaributesting.v10.LocatorJ._click;
import static com.github.mvysny.kaributesting.v10.LocatorJ._find;
import static com.github.mvysny.kaributesting.v10.LocatorJ._get;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.mvysny.kaributesting.v10.MockVaadin;
import com.github.mvysny.kaributesting.v10.UploadKt;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.select.Select;
import com.vaadin.flow.component.sidenav.SideNav;
import com.vaadin.flow.component.sidenav.SideNavItem;
import com.vaadin.flow.component.textfield.TextField;
import com.vaadin.flow.component.upload.Upload;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.condaforge.quorate.meeting.MeetingService;
import org.condaforge.quorate.source.ImportRun;
import org.condaforge.quorate.source.SourceService;
import org.condaforge.quorate.source.UploadedFile;
import org.condaforge.quorate.store.Page;
import org.condaforge.quorate.ui.ViewTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

@TestPropertySource(properties = "quorate.secretaries=Alder, sorrel")
class ImportViewTests extends ViewTest {

    private static final LocalDate MEETING = LocalDate.of(2022, 5, 4);
    private static final String MINUTES = "# 2022-05-04 grove meeting\n\n## Attendees\n* Alder\n";

    @TempDir
    Path temporary;

    private Path folder = Path.of("");

    @Autowired
    private SourceService sources;

    @Autowired
    private MeetingService meetings;

    @BeforeEach
    void find() throws IOException {
        folder = temporary.toRealPath();
    }

    private static void await(ImportRun run) {
        try {
            run.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /// Waits for the newest run, and lets the page follow it.
    private void settle() {
        long id = sources.runs(new Page.Request(0, 1)).items().getFirst().id();
        await(sources.watch(id).orElseThrow());
        MockVaadin.clientRoundtrip(true);
    }

    @ParameterizedTest
    @CsvSource({"'', Sign in to import files.", "yew, Only secretaries may import files.", "birch, Only secretaries may"
    })
    void tellsOthersWhoseItIs(String login, String sentence) {
        if (!login.isEmpty()) {
            signIn(login);
        }
        open("import?run=3");

        assertThat(page()).contains(sentence, "for everybody to read");
        _assertNone(Upload.class);
        _assertNone(TextField.class);
        assertThat(_get(SideNav.class).getItems())
                .extracting(SideNavItem::getLabel)
                .doesNotContain("Import");
    }

    @ParameterizedTest
    @CsvSource({"alder", "sorrel"})
    void tellsSecretariesWhatWillAppear(String login) {
        signIn(login);
        open("import");

        assertThat(title()).isEqualTo("Import · Quorate");
        assertThat(page()).contains("No sources yet.", "Nothing was imported yet.", "Upload files", "Name a source");
        _assertOne(Upload.class);
        assertThat(_get(SideNav.class).getItems())
                .extracting(SideNavItem::getLabel)
                .contains("Import");
    }

    @Test
    void readsWhatIsDropped() {
        signIn("alder");
        open("import");

        UploadKt._upload(
                _get(Upload.class), "../2022-05-04.md", "text/markdown", MINUTES.getBytes(StandardCharsets.UTF_8));
        settle();

        assertThat(meetings.exists(MEETING)).isTrue();
        assertThat(page()).contains("Uploaded files", "1 new; 1 problem.", "meeting 2022-05-04", "by alder");
        assertThat(links()).contains("meetings/2022-05-04");
    }

    @Test
    void readsAFolderKeepsItAsASourceAndReadsItAgain() throws IOException {
        Files.writeString(folder.resolve("2022-05-04.md"), MINUTES);
        Files.writeString(folder.resolve("governance-roster.csv"), "alder,Alder,core\n");
        signIn("alder");
        open("import");

        enter(_get(TextField.class), folder.toString());
        _get(Select.class, select -> select.withLabel("Read again")).setValue(Interval.DAILY);
        _click(_get(Button.class, button -> button.withText("Read it")));
        settle();

        assertThat(page())
                .contains(folder.toString(), "folder · 1 file · read", "1 new; 1 problem.")
                .contains("Not recognised 1");
        assertThat(sources.sources().getFirst().refresh()).contains(Duration.ofDays(1));
        Files.delete(folder.resolve("2022-05-04.md"));
        _click(_get(Button.class, button -> button.withText("Refresh now")));
        settle();

        assertThat(page()).contains("1 gone at the source.", "0 files, 1 gone");
        open("meetings/2022-05-04");
        assertThat(page()).contains("2022-05-04.md is gone at its source, missed", "What it said stays here.");
        open("import");
        _click(_get(Button.class, button -> button.withText("Remove")));
        assertThat(page()).contains("No sources yet.");
        assertThat(meetings.exists(MEETING)).isTrue();
    }

    @Test
    void saysWhyAPlaceIsRefusedAndKeepsIt() {
        signIn("alder");
        open("import");

        enter(_get(TextField.class), "file:///etc");
        _click(_get(Button.class, button -> button.withText("Read it")));

        assertThat(page()).contains("file:///etc cannot be read: a repository is named by https://HOST/OWNER/NAME");
        assertThat(_get(TextField.class).getValue()).isEqualTo("file:///etc");
        assertThat(sources.runs(new Page.Request(0, 5)).total()).isZero();
    }

    @Test
    void refusesOneWhoSignedOutMeanwhile() {
        signIn("alder");
        open("import");
        enter(_get(TextField.class), folder.toString());
        signOut();

        _click(_get(Button.class, button -> button.withText("Read it")));

        assertThat(page()).contains("Sign in to import files.");
    }

    @Test
    void theAddressSaysWhichRunAndWhichPartOfItIsShown() {
        signIn("alder");
        await(sources.upload(List.of(
                new UploadedFile("2022-05-04.md", MINUTES.getBytes(StandardCharsets.UTF_8)),
                new UploadedFile("2022-05-11.md", new byte[] {'#', (byte) 0xff}),
                new UploadedFile("photo.jpg", new byte[0]))));
        long id = sources.runs(new Page.Request(0, 1)).items().getFirst().id();

        open("import?run=" + id);
        assertThat(page()).contains("2022-05-11.md, line 1", "not UTF-8", "Left out.");
        assertThat(links()).contains("import?run=" + id + "&show=new", "import?run=" + id + "&show=unknown");
        open("import?run=" + id + "&show=unknown");
        assertThat(page()).contains("photo.jpg").doesNotContain("not UTF-8");
        open("import?run=4711");
        assertThat(page()).contains("There is no import 4711.");
    }

    @Test
    void pagesTheLinesOfAReport() {
        signIn("alder");
        List<UploadedFile> files = new java.util.ArrayList<>();
        for (int i = 0; i < 120; i++) {
            files.add(new UploadedFile("photo-%03d.jpg".formatted(i), new byte[0]));
        }
        await(sources.upload(files));
        long id = sources.runs(new Page.Request(0, 1)).items().getFirst().id();

        open("import?run=" + id + "&lines=3");

        assertThat(page()).contains("photo-119.jpg", "Page 3 of 3").doesNotContain("photo-099.jpg");
    }

    @Test
    void changesHowOftenASourceIsRead() {
        signIn("alder");
        await(sources.read(folder.toString(), Optional.empty()));
        open("import");

        Select<Interval> every = intervals().getFirst();
        assertThat(every.getValue()).isEqualTo(Interval.NEVER);
        enter(every, Interval.WEEKLY);

        assertThat(sources.sources().getFirst().refresh()).contains(Duration.ofDays(7));
    }

    @SuppressWarnings("unchecked")
    private static List<Select<Interval>> intervals() {
        return _find(Select.class).stream()
                .filter(select -> select.getLabel() == null || select.getLabel().isEmpty())
                .map(select -> (Select<Interval>) select)
                .toList();
    }
}
