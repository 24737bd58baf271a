"""From content to pages: the project's commands, the MkDocs side and the runtime archives."""
