package org.condaforge.quorate.ui.vote;

import com.vaadin.flow.spring.annotation.SpringComponent;
import org.condaforge.quorate.journal.Certificates;
import org.condaforge.quorate.journal.JournalService;
import org.condaforge.quorate.ui.shell.Site;
import org.condaforge.quorate.vote.CallTexts;
import org.condaforge.quorate.vote.Casting;
import org.condaforge.quorate.vote.Presentations;
import org.condaforge.quorate.vote.RollCallReader;
import org.condaforge.quorate.vote.SecretBallots;
import org.condaforge.quorate.vote.TimeOutReader;
import org.condaforge.quorate.vote.TimeOuts;
import org.condaforge.quorate.vote.VoteNotices;
import org.condaforge.quorate.vote.VoteRecordTexts;

/// The services behind the panels of a vote's page.
@SpringComponent
record VoteRoom(
        Casting casting,
        RollCallReader rollCalls,
        Presentations presentations,
        SecretBallots secrets,
        TimeOuts timeOuts,
        TimeOutReader timeOutReader,
        VoteNotices notices,
        CallTexts texts,
        CalledPanels called,
        Certificates certificates,
        VoteRecordTexts records,
        JournalService journal,
        Site site) {}
