"""A small bot on the real discord.py, in a process of its own: the fake is tried with it.

Its addresses and its token come from the environment; nothing else of the library is changed.
"""

import io
import os
from typing import Any

import discord
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

NOBODY = discord.AllowedMentions.none()


class Form(discord.ui.Modal, title="A song"):
    prompt: discord.ui.Label[Any] = discord.ui.Label(
        text="About", component=discord.ui.TextInput(custom_id="prompt", max_length=100)
    )
    voice: discord.ui.Label[Any] = discord.ui.Label(
        text="Voice",
        component=discord.ui.Select(
            custom_id="voice",
            required=False,
            options=[discord.SelectOption(label=name, value=name) for name in ("low", "high")],
        ),
    )
    melody: discord.ui.Label[Any] = discord.ui.Label(
        text="Melody", component=discord.ui.FileUpload(custom_id="melody", required=False)
    )

    mood: discord.ui.Label[Any] = discord.ui.Label(
        text="Mood",
        component=discord.ui.RadioGroup(
            custom_id="mood",
            required=False,
            options=[discord.RadioGroupOption(label=name, value=name) for name in ("sad", "glad")],
        ),
    )
    quick: discord.ui.Label[Any] = discord.ui.Label(
        text="Quick", component=discord.ui.Checkbox(custom_id="quick", default=True)
    )

    async def on_submit(self, interaction: discord.Interaction[Any], /) -> None:
        prompt, voice, melody = (
            self.prompt.component,
            self.voice.component,
            self.melody.component,
        )
        mood, quick = self.mood.component, self.quick.component
        assert isinstance(mood, discord.ui.RadioGroup)
        assert isinstance(quick, discord.ui.Checkbox)
        assert isinstance(prompt, discord.ui.TextInput)
        assert isinstance(voice, discord.ui.Select)
        assert isinstance(melody, discord.ui.FileUpload)
        heard = [(await file.read()).decode() for file in melody.values]
        await interaction.response.send_message(
            f"{prompt.value} / {voice.values} / {heard} / {mood.value} / {quick.value}"
        )


def buttons(label: str = "Again") -> discord.ui.View:
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Button(label=label, custom_id="v1:again:7"))
    view.add_item(discord.ui.Button(label="Why?", custom_id="v1:why:7"))
    view.add_item(discord.ui.Button(label="Site", url="https://example.com"))
    return view


class Bot(discord.AutoShardedClient):
    def __init__(self) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True, guild_messages=True, dm_messages=True),
            allowed_mentions=NOBODY,
            shard_count=int(os.environ["SHARDS"]) if "SHARDS" in os.environ else None,
        )
        self.tree = app_commands.CommandTree(
            self,
            allowed_installs=app_commands.AppInstallationType(guild=True, user=True),
            allowed_contexts=app_commands.AppCommandContext(
                guild=True, dm_channel=True, private_channel=True
            ),
        )
        for add in (add_songs, add_messages, add_forms, add_menus):
            add(self.tree)

    async def setup_hook(self) -> None:
        await self.tree.sync()

    async def before_identify_hook(self, shard_id: int | None, *, initial: bool = False) -> None:
        """The library waits five seconds here, whatever the platform allows."""

    async def on_message(self, message: discord.Message) -> None:
        if self.user in message.mentions and not message.author.bot:
            await message.reply(f"heard {message.content.split(' ', 1)[1]!r}")

    async def on_interaction(self, interaction: discord.Interaction[Any]) -> None:
        if interaction.type is not discord.InteractionType.component:
            return
        assert interaction.data
        custom_id = str(interaction.data.get("custom_id"))
        if custom_id == "pick":
            values = interaction.data.get("values")
            await interaction.response.edit_message(content=f"picked {values}", view=None)
            return
        _, verb, job = custom_id.split(":")
        if verb == "why":
            await interaction.response.send_message(f"because of {job}", ephemeral=True)
        elif verb == "again":
            await interaction.response.edit_message(content="once more", view=buttons("Again 2"))
        elif verb == "form":
            await interaction.response.send_modal(Form(custom_id="form"))


def add_songs(tree: app_commands.CommandTree[Any]) -> None:
    @tree.command(description="Answer at once")
    async def song(
        interaction: discord.Interaction[Any],
        prompt: app_commands.Range[str, 1, 1024],
        reference: discord.Attachment | None = None,
    ) -> None:
        embed = discord.Embed(title=prompt, description="Waiting")
        if reference:
            heard = await reference.read()
            embed.add_field(name=reference.filename, value=f"{len(heard)} bytes")
        embed.set_footer(text=str(interaction.locale))
        await interaction.response.send_message(embed=embed, view=buttons())

    @tree.command(description="Think first")
    async def later(interaction: discord.Interaction[Any], private: bool = False) -> None:
        await interaction.response.defer(thinking=True, ephemeral=private)
        message = await interaction.edit_original_response(content="working")
        await interaction.followup.send("further", file=_file("take.mp3", b"ID3 further"))
        files = [_file("A song - A.mp3", b"ID3 first"), _file("cover.webp", b"RIFF cover")]
        embed = discord.Embed(title="Done").set_image(url="attachment://cover.webp")
        await message.edit(content="done", embed=embed, attachments=files)


def add_messages(tree: app_commands.CommandTree[Any]) -> None:
    @tree.command(description="By address")
    async def address(interaction: discord.Interaction[Any], text: str) -> None:
        await interaction.response.send_message("standing")
        original = await interaction.original_response()
        assert isinstance(
            interaction.channel, discord.TextChannel | discord.DMChannel | discord.GroupChannel
        )
        there = interaction.client.get_partial_messageable(interaction.channel.id)
        await there.get_partial_message(original.id).edit(content=text, allowed_mentions=NOBODY)
        await there.send(f"see {original.id}", nonce="one", reference=original)
        await there.send(f"see {original.id}", nonce="one", reference=original)

    @tree.command(description="Alone")
    async def alone(interaction: discord.Interaction[Any]) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        try:
            await interaction.user.send("only for you")
        except discord.Forbidden as refused:
            await interaction.followup.send(f"closed: {refused.code}")
        else:
            await interaction.followup.send("sent")

    @tree.command(description="What it may do")
    async def rights(interaction: discord.Interaction[Any]) -> None:
        assert isinstance(interaction.channel, discord.TextChannel)
        assert interaction.guild
        known = interaction.channel.permissions_for(interaction.guild.me)
        told = interaction.app_permissions
        await interaction.response.send_message(
            f"{known.send_messages} {known.attach_files} / {told.send_messages} {told.attach_files}"
        )

    @tree.command(description="Every kind of option")
    async def kinds(
        interaction: discord.Interaction[Any],
        role: discord.Role,
        channel: discord.TextChannel,
        person: discord.User,
        number: float,
        flag: bool,
    ) -> None:
        names = (role.name, channel.name, person.name)
        await interaction.response.send_message(f"{names} {number} {flag}")

    @tree.command(description="Pick one")
    async def pick(interaction: discord.Interaction[Any]) -> None:
        view = discord.ui.View(timeout=None)
        options = [discord.SelectOption(label=name) for name in ("Rain", "Sun")]
        view.add_item(discord.ui.Select(custom_id="pick", options=options))
        await interaction.response.send_message("Which?", view=view)

    @tree.command(description="Many messages")
    async def many(interaction: discord.Interaction[Any], count: int) -> None:
        await interaction.response.send_message("beginning")
        assert isinstance(interaction.channel, discord.TextChannel)
        for number in range(count):
            await interaction.channel.send(f"message {number}")


def add_forms(tree: app_commands.CommandTree[Any]) -> None:
    @tree.command(description="New components")
    async def panel(interaction: discord.Interaction[Any]) -> None:
        view = discord.ui.LayoutView(timeout=None)
        row = discord.ui.ActionRow[Any](discord.ui.Button(label="Form", custom_id="v1:form:7"))
        view.add_item(discord.ui.Container(discord.ui.TextDisplay("Your songs"), row))
        await interaction.response.send_message(view=view, ephemeral=True)

    @tree.command(description="A form")
    async def form(interaction: discord.Interaction[Any]) -> None:
        await interaction.response.send_modal(Form(custom_id="form"))

    @tree.command(description="A longer song")
    async def extend(interaction: discord.Interaction[Any], track: str) -> None:
        await interaction.response.send_message(f"extending {track}")

    @extend.autocomplete("track")
    async def tracks(_: discord.Interaction[Any], current: str) -> list[app_commands.Choice[str]]:
        songs = ["Rain", "Rainbow", "Sun"]
        found = [name for name in songs if name.lower().startswith(current.lower())]
        return [app_commands.Choice(name=name, value=name.lower()) for name in found]


def add_menus(tree: app_commands.CommandTree[Any]) -> None:
    @tree.context_menu(name="Extend this track")
    async def extend_message(
        interaction: discord.Interaction[Any], message: discord.Message
    ) -> None:
        await interaction.response.send_message(f"extending {message.content}", ephemeral=True)

    admin = app_commands.Group(
        name="busker-admin",
        description="For admins",
        default_permissions=discord.Permissions(manage_guild=True),
        # `guild_only` loses to the contexts of the tree, and so does what is left unsaid here.
        allowed_contexts=app_commands.AppCommandContext(
            guild=True, dm_channel=False, private_channel=False
        ),
    )
    quota = app_commands.Group(name="quota", description="Quotas", parent=admin)

    @quota.command(name="set", description="Set a quota")
    async def quota_set(
        interaction: discord.Interaction[Any],
        person: discord.Member,
        amount: app_commands.Range[int, 0, 100],
    ) -> None:
        await interaction.response.send_message(f"{person.name} has {amount}", ephemeral=True)

    tree.add_command(admin)


def _file(name: str, data: bytes) -> discord.File:
    return discord.File(io.BytesIO(data), filename=name)


if __name__ == "__main__":
    Route.BASE = os.environ["DISCORD_API_BASE"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["DISCORD_GATEWAY"])
    Bot().run(os.environ["DISCORD_TOKEN"])
