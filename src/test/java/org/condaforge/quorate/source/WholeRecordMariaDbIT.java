package org.condaforge.quorate.source;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class WholeRecordMariaDbIT extends WholeRecordContract {}
