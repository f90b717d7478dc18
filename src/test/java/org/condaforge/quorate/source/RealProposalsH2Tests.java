package org.condaforge.quorate.source;

import org.condaforge.quorate.support.OnH2;

@OnH2
class RealProposalsH2Tests extends RealProposalsContract {}
