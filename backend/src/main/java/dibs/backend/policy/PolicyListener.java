package dibs.backend.policy;

/** Wants to know of a policy before it holds. */
public interface PolicyListener {
    /**
     * A file was read again and this policy is about to hold. It may say the same as the one before and is another object
     * all the same. It may come a second time where something else kept the file from being taken up.
     *
     * @throws RuntimeException where it cannot follow; then the policy before stays
     */
    void comes(Policy next);
}
