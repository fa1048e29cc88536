package dibs.backend.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Looks for what is due. */
@DisallowConcurrentExecution
final class DueJob implements Job {
    private final Runnable work;

    DueJob(Runnable work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.run();
    }
}
