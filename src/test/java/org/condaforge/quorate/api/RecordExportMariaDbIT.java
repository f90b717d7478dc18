package org.condaforge.quorate.api;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class RecordExportMariaDbIT extends RecordExportContract {}
