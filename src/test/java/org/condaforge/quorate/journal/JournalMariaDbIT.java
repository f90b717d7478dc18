package org.condaforge.quorate.journal;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class JournalMariaDbIT extends JournalContract {}
