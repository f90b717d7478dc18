package org.condaforge.quorate.proposal;

import org.condaforge.quorate.support.OnH2;

@OnH2
class ProposalAddingH2Tests extends ProposalAddingContract {}
