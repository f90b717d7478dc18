package org.condaforge.quorate.api;

import jakarta.servlet.http.HttpServletRequest;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/// Every other path below `/api`: without it Vaadin would answer with a page.
@RestController
class UnknownPathController {

    @GetMapping({"/api", "/api/**"})
    Object nothing(HttpServletRequest request) {
        throw Refusal.notFound("There is nothing at %s: there are /api/v1/votes, /api/v1/proposals, /api/v1/meetings, "
                .formatted(Refusal.shortened(request.getRequestURI()))
                .concat("/api/v1/members and /api/v1/policies."));
    }
}
