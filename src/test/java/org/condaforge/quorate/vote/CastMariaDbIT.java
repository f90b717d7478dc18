package org.condaforge.quorate.vote;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class CastMariaDbIT extends CastContract {

    @Override
    String lockTimeOut(int seconds) {
        return "SET SESSION innodb_lock_wait_timeout = " + seconds;
    }
}
