package dibs.fakeslack.web;

import java.util.ArrayList;
import java.util.List;

/** All calls in the order of their arrival, refused ones too. */
public final class Journal {
    private final List<Call> calls = new ArrayList<>();

    synchronized void add(Call call) {
        calls.add(call);
    }

    /** Everything so far. */
    public synchronized List<Call> calls() {
        return List.copyOf(calls);
    }

    /** Everything so far of one method. */
    public List<Call> calls(String method) {
        return calls().stream().filter(call -> call.method().equals(method)).toList();
    }

    /** Starts afresh. */
    public synchronized void clear() {
        calls.clear();
    }

    @Override
    public String toString() {
        StringBuilder lines = new StringBuilder();
        calls().forEach(call -> lines.append(call.method())
                .append(' ')
                .append(call.outcome())
                .append(' ')
                .append(call.arguments())
                .append('\n'));
        return lines.toString();
    }
}
