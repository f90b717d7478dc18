package org.condaforge.quorate.journal;

import org.condaforge.quorate.support.OnMariaDb;

@OnMariaDb
class CertificateMariaDbIT extends CertificateContract {}
