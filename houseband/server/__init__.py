"""The house band's door: the Soundverse API as documented, spoken by the band on this machine.

::

    run         settings, lock, socket, signals; the whole life of the process
     | app      routes and what they stand on, put together
     | routes   HTTP in, HTTP out; `stream` writes the events
     | band     plays the jobs: who is next, what is told, what fails
     | render   the render processes; `worker` is what runs inside one
     | jobs     every job by its ids, and whoever follows it; `store` keeps them on disk
     | v6, v7, answers, links   pure: a job as the documented documents
     | calls, mishaps, refusals pure: a body as a checked call, or why not
     v job      pure: what was asked and what has happened since
"""
