package dibs.backend.connection;

import java.util.List;

/** How Dibs is at the moment, as far as it can be told without a name or a purpose. */
public record Status(List<Connection> connections, List<Trouble> troubles, Queue queue) {
    public Status {
        connections = List.copyOf(connections);
        troubles = List.copyOf(troubles);
    }
}
