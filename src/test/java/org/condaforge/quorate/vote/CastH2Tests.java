package org.condaforge.quorate.vote;

import org.condaforge.quorate.support.OnH2;

@OnH2
class CastH2Tests extends CastContract {

    @Override
    String lockTimeOut(int seconds) {
        return "SET LOCK_TIMEOUT " + seconds * 1_000;
    }
}
