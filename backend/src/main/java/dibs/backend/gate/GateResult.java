package dibs.backend.gate;

import java.util.List;

/** What became of a wish about a gate. */
public sealed interface GateResult {
    /**
     * It is as it was wanted.
     *
     * @param replaced the gate whose place it took, if there was one
     * @param told how many who hold, use or watch it hear of it
     */
    record Set(Gate gate, List<Gate> replaced, int told) implements GateResult {
        public Set {
            replaced = List.copyOf(replaced);
        }
    }

    /**
     * It is open.
     *
     * @param ended what was there
     * @param left gates that shut it, or part of it, none the less, or will
     */
    record Opened(List<Gate> ended, List<Gate> left) implements GateResult {
        public Opened {
            ended = List.copyOf(ended);
            left = List.copyOf(left);
        }
    }

    /**
     * It had no gate of its own.
     *
     * @param left gates of others that shut it, or part of it
     */
    record WasOpen(List<Gate> left) implements GateResult {
        public WasOpen {
            left = List.copyOf(left);
        }
    }

    /** Its end has passed. */
    record Over() implements GateResult {}
}
