package dibs.backend.connection;

import java.util.List;

/** How each platform that this process has settings for is connected at the moment. */
@FunctionalInterface
public interface ConnectionSource {
    /** One for each platform. */
    List<Connection> connections();
}
