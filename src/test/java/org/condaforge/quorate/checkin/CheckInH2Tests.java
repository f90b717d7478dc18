package org.condaforge.quorate.checkin;

import org.condaforge.quorate.support.OnH2;

@OnH2
class CheckInH2Tests extends CheckInContract {}
