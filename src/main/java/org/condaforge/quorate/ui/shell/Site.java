package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.server.VaadinRequest;
import com.vaadin.flow.server.VaadinServletRequest;
import com.vaadin.flow.spring.annotation.SpringComponent;
import java.util.Optional;
import org.springframework.core.env.Environment;
import org.springframework.web.util.UriComponentsBuilder;

/// Where this instance is reached from outside, for addresses in texts that are pasted elsewhere: the property
/// `quorate.address`, or else the address under which the reader came.
@SpringComponent
public class Site {

    private final Optional<String> configured;

    Site(Environment environment) {
        this.configured = Optional.ofNullable(environment.getProperty("quorate.address"))
                .map(String::strip)
                .filter(address -> !address.isEmpty());
    }

    /// The whole address of a page.
    ///
    /// @param page its address within the application
    public String of(String page) {
        String site = configured.or(Site::requested).orElse("");
        return site.endsWith("/") ? site + page : site + "/" + page;
    }

    private static Optional<String> requested() {
        VaadinRequest request = VaadinServletRequest.getCurrent();
        if (!(request instanceof VaadinServletRequest servlet)) {
            return Optional.empty();
        }
        UriComponentsBuilder address = UriComponentsBuilder.newInstance()
                .scheme(servlet.getScheme())
                .host(servlet.getServerName())
                .path(servlet.getContextPath());
        int port = servlet.getServerPort();
        boolean usual = port == (servlet.getScheme().equals("https") ? 443 : 80);
        return Optional.of((usual ? address : address.port(port)).toUriString());
    }
}
