package planted.dibs.backend.notice;

public final class NoticeThatRemembers {
    @SuppressWarnings("NonFinalStaticField")
    public static int remembered = 0;

    private NoticeThatRemembers() {}
}
