package org.condaforge.quorate;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModularityTests {

    @Test
    void modulesUseOnlyWhatTheySay() {
        ApplicationModules.of(QuorateApplication.class).verify();
    }
}
