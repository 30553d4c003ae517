use zed_extension_api::{self as zed, settings::LspSettings, serde_json};

struct Planlint;

impl zed::Extension for Planlint {
    fn new() -> Self {
        Planlint
    }

    fn language_server_command(
        &mut self,
        _server: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<zed::Command> {
        Ok(zed::Command {
            command: worktree
                .which("planlint")
                .ok_or("there is no planlint on the path")?,
            args: vec!["lsp".into()],
            env: worktree.shell_env(),
        })
    }

    fn language_server_workspace_configuration(
        &mut self,
        server: &zed::LanguageServerId,
        worktree: &zed::Worktree,
    ) -> zed::Result<Option<serde_json::Value>> {
        let settings = LspSettings::for_worktree(server.as_ref(), worktree)?.settings;
        Ok(Some(serde_json::json!({ "planlint": settings })))
    }
}

zed::register_extension!(Planlint);
