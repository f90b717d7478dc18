package org.condaforge.quorate.source;

import org.condaforge.quorate.support.OnH2;

@OnH2
class WholeRecordH2Tests extends WholeRecordContract {}
