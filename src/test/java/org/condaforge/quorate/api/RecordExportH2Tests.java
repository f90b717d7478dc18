package org.condaforge.quorate.api;

import org.condaforge.quorate.support.OnH2;

@OnH2
class RecordExportH2Tests extends RecordExportContract {}
