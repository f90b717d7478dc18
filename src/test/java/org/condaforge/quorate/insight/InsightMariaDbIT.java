package org.condaforge.quorate.insight;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class InsightMariaDbIT extends InsightContract {}
