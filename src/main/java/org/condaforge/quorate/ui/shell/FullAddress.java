package org.condaforge.quorate.ui.shell;

import com.vaadin.flow.server.VaadinServletRequest;
import jakarta.servlet.http.HttpServletRequest;

/// Addresses for texts that leave the application, as the browser that asks reaches it.
public final class FullAddress {

    private FullAddress() {}

    /// The full address of a page, given the one within the application; that one itself where nobody asks for it.
    public static String of(String address) {
        VaadinServletRequest asked = VaadinServletRequest.getCurrent();
        if (asked == null) {
            return address;
        }
        HttpServletRequest request = asked.getHttpServletRequest();
        int port = request.getServerPort();
        boolean usual = port <= 0 || port == (request.getScheme().equals("https") ? 443 : 80);
        return "%s://%s%s%s/%s"
                .formatted(
                        request.getScheme(),
                        request.getServerName(),
                        usual ? "" : ":" + port,
                        request.getContextPath(),
                        address);
    }
}
