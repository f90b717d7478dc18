package org.condaforge.quorate.member;

import org.condaforge.quorate.support.OnH2;

@OnH2
class MemberStoreH2Tests extends MemberStoreContract {}
