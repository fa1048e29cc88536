package dibs.fakeslack.workspace;

import java.util.List;

/** What Slack will not do, in its own word for it. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String error;
    private final transient List<String> messages;

    public Refusal(String error) {
        this(error, List.of());
    }

    /** With what stands in {@code response_metadata.messages}. */
    public Refusal(String error, List<String> messages) {
        super(messages.isEmpty() ? error : error + ": " + String.join("; ", messages));
        this.error = error;
        this.messages = List.copyOf(messages);
    }

    public String error() {
        return error;
    }

    public List<String> messages() {
        return messages;
    }
}
