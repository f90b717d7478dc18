package org.condaforge.quorate.checkin;

import org.condaforge.quorate.support.OnH2;

@OnH2
class ActivityH2Tests extends ActivityContract {}
