package dibs.backend.policy;

/** Where the policy of the moment comes from. It may be another one at the next call: take it once a command. */
public interface PolicySource {
    /** The policy of the moment. Never reads a file, so it may be called inside a transaction. */
    Policy policy();
}
