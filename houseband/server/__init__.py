"""The house band's door: the Soundverse API as documented, spoken by the band on this machine.

::

    run         the whole life of the process; `settings`, `premises` (lock, key, socket)
     | routes   HTTP in, HTTP out; `intake` finds the job, `stream` writes its events
     | band     plays the jobs: who is next, what is told, what fails
     | render   the render processes; `worker` is what runs inside one
     | jobs     every job by its ids, and whoever follows it; `store` keeps them on disk
     | chunks (v6, v7), answers, links   pure: a job as the documented documents
     | calls, mishaps, refusals          pure: a body as a checked call, or why not
     v job, events                       pure: what was asked and what has happened since
"""
