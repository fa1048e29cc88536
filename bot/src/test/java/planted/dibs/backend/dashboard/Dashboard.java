package planted.dibs.backend.dashboard;

public record Dashboard() {}
