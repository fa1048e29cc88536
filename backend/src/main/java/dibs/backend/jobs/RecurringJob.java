package dibs.backend.jobs;

import org.quartz.DisallowConcurrentExecution;
import org.quartz.Job;
import org.quartz.JobExecutionContext;

/** Does one sort of work that is done over and over. */
@DisallowConcurrentExecution
final class RecurringJob implements Job {
    private final Runnable work;

    RecurringJob(Runnable work) {
        this.work = work;
    }

    @Override
    public void execute(JobExecutionContext context) {
        work.run();
    }
}
