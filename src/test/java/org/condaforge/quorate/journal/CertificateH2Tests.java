package org.condaforge.quorate.journal;

import org.condaforge.quorate.support.OnH2;

@OnH2
class CertificateH2Tests extends CertificateContract {}
