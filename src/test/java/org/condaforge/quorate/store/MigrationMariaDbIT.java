package org.condaforge.quorate.store;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class MigrationMariaDbIT extends MigrationContract {}
