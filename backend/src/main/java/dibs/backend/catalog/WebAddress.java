package dibs.backend.catalog;

import java.net.URI;
import java.net.URISyntaxException;

/** What counts as an address in the catalog. */
final class WebAddress {
    private WebAddress() {}

    /** Whether it is an http or https address with a host. */
    static boolean isValid(String text) {
        try {
            URI uri = new URI(text);
            return uri.getHost() != null
                    && ("https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme()));
        } catch (URISyntaxException malformed) {
            return false;
        }
    }
}
