-- What is kept for who waits is found by its end, however many units there are.
create index unit_kept on unit (until) where kind <> 'lease';
