package org.condaforge.quorate.store;

import org.condaforge.quorate.support.OnH2;

@OnH2
class MigrationH2Tests extends MigrationContract {}
