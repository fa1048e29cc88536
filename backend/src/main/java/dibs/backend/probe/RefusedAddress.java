package dibs.backend.probe;

import java.io.IOException;
import java.io.Serial;

/** That an address is private and not allowed: nothing was sent to it. */
final class RefusedAddress extends IOException {
    @Serial
    private static final long serialVersionUID = 1;

    RefusedAddress(String host) {
        super("a private address: " + host);
    }
}
