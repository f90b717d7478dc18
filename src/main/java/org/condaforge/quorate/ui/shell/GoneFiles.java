package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.component.Text;
import com.vaadin.flow.component.html.Paragraph;
import com.vaadin.flow.spring.annotation.SpringComponent;
import org.condaforge.quorate.source.GoneFile;
import org.condaforge.quorate.source.SourceService;
import org.condaforge.quorate.ui.component.PageHead;

/// Says at the head of a page that the file behind it is no longer where it was read.
@SpringComponent
public class GoneFiles {

    private final SourceService sources;
    private final Reader reader;

    GoneFiles(SourceService sources, Reader reader) {
        this.sources = sources;
        this.reader = reader;
    }

    /// The head, with a line where the file is gone.
    public PageHead told(PageHead head, GoneFile.Subject subject) {
        sources.goneBehind(subject).ifPresent(gone -> {
            Paragraph line = new Paragraph(
                    new Text(gone.name() + " is gone at its source, missed "),
                    reader.relative(gone.since()),
                    new Text(". What it said stays here."));
            line.addClassName("q-lead");
            head.add(line);
        });
        return head;
    }
}
