package org.condaforge.quorate.member;

import org.condaforge.quorate.support.OnH2;

@OnH2
class ProfileH2Tests extends ProfileContract {}
